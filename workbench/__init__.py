"""The enquiry workbench: a teacher's enquiry from question to report."""

__version__ = "0.1.0"
