module sockspec/go-net

go 1.26

require sockspec/testee v0.0.0

replace sockspec/testee => ../go-testee
