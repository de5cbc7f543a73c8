package testee

import (
	"encoding/hex"
	"testing"
)

func TestPatternIsThatOfTheProtocol(t *testing.T) {
	for _, each := range []struct {
		seed, position int64
		bytes          string
	}{
		{0, 0, "0000000000000000deb1f18ebd79379e"},
		{1, 0, "deb1f18ebd79379ebd63e31d73f36e3c"},
		{7, 0, "00c42be710548453f78e8d77cccdbbf1"},
		{7, 1000003, "dde02a28937eea33499ca45f311fb8a1"},
		{-1, 0, "dfb1f18e4586c8610000000000000000"},
		{1234567890123, 65536, "156a79da5766ac31c2d47ba909e0e3cf"},
	} {
		piece := make([]byte, 16)
		Pattern(each.seed, each.position, piece)
		if got := hex.EncodeToString(piece); got != each.bytes {
			t.Errorf("seed %d, position %d: %s, not %s", each.seed, each.position, got, each.bytes)
		}
	}
}
