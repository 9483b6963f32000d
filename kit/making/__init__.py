"""What is made from the question bank: exercises and solutions, worksheets, and files for learning platforms."""
