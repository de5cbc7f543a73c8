module sockspec/testee

go 1.26
