"""What is known of one delegation, and what passed between you."""
