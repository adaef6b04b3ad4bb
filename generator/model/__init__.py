"""What a record is: the typed values every later stage works on."""
