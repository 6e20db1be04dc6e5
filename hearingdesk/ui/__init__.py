"""What people see: windows that show the hearing and ask the Desk for every act."""
