"""Two computer seats that bargain over a bare domain; stands beside `levels`."""
