"""What Japanese and Chinese share: numerals in Han characters, and the wide and narrow forms of digits and kana."""
