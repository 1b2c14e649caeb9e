"""Dates in any language: fields, the days that they may mean, and what they lean on."""
