${(reader.name!"x")?upper_case}
