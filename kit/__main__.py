"""`python -m kit` is the command `kit`, for machines where the command itself is not found."""

import sys

from kit.cli import main

sys.exit(main())
