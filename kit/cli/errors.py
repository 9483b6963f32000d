"""The one exception for what a person can put right."""


class UserError(Exception):
    """Something that the person at the keyboard can put right. The message is what they read: the thing, the place
    and the remedy, in whole sentences."""
