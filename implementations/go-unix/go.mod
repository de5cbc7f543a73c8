module sockspec/go-unix

go 1.26.0

require (
	golang.org/x/sys v0.50.0
	sockspec/testee v0.0.0
)

replace sockspec/testee => ../go-testee
