"""What the kernel sets when it starts."""
