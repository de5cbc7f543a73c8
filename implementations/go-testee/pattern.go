package testee

import "encoding/binary"

// PieceSize is the size of the pieces in which patterns are sent and received; a multiple of 8.
const PieceSize = 64 << 10

const (
	wordSize = 8
	factor   = 0x9E3779B97F4A7C15
)

// Pattern fills the piece with the bytes of the pattern from a position on.
func Pattern(seed, position int64, piece []byte) {
	var word [wordSize]byte
	for done := 0; done < len(piece); {
		at := position + int64(done)
		bits := (uint64(seed) + uint64(at/wordSize)) * factor
		binary.LittleEndian.PutUint64(word[:], bits^bits>>29)
		done += copy(piece[done:], word[at%wordSize:])
	}
}

// SendPattern sends a pattern by as many calls as it takes, and answers how many bytes were taken.
func SendPattern(seed, length int64, send func([]byte) (int, error)) Answer {
	piece := make([]byte, PieceSize)
	sent := int64(0)
	for sent < length {
		part := piece[:min(PieceSize, length-sent)]
		Pattern(seed, sent, part)
		taken, err := send(part)
		sent += int64(max(taken, 0))
		if err != nil {
			break
		}
	}
	return Answer{"ret": sent}
}

// ReceivePattern compares what comes with a pattern, to end of file; an error is that of a call.
func ReceivePattern(seed int64, receive func([]byte) (int, error)) (Answer, error) {
	piece, expected := make([]byte, PieceSize), make([]byte, PieceSize)
	received := int64(0)
	for {
		length, err := receive(piece)
		if err != nil {
			return nil, err
		}
		if length == 0 {
			return Answer{"ret": received, "mismatchAt": -1}, nil
		}
		Pattern(seed, received, expected[:length])
		for i := range length {
			if piece[i] != expected[i] {
				return Answer{"ret": received, "mismatchAt": received + int64(i)}, nil
			}
		}
		received += int64(length)
	}
}
