--------------------------------- MODULE CSV ---------------------------------
\* Files of lines that consist of fields.

\* Appends the template filled in with the elements of a sequence.
CSVWrite(template, values, file) == TRUE

\* Appends the values of a record in the order of its fields, and before them the names of the fields, if headers is TRUE.
CSVWriteRecord(record, delimiter, headers, file) == TRUE

\* The lines as records of strings with these columns.
CSVRead(columns, delimiter, file) == CHOOSE s : TRUE

\* The number of lines; 0 if there is no such file.
CSVRecords(file) == CHOOSE n : TRUE
=============================================================================
