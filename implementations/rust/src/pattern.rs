//! The pattern of the protocol.

use std::io;

const PIECE: usize = 64 << 10;
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

fn byte(seed: i64, position: u64) -> u8 {
    let word = (seed as u64).wrapping_add(position / 8).wrapping_mul(FACTOR);
    ((word ^ (word >> 29)) >> (8 * (position % 8))) as u8
}

/// Tells how many bytes were taken.
pub fn send(seed: i64, length: u64, mut send: impl FnMut(&[u8]) -> io::Result<usize>) -> u64 {
    let mut sent = 0;
    while sent < length {
        let end = length.min(sent + PIECE as u64);
        let piece: Vec<u8> = (sent..end).map(|position| byte(seed, position)).collect();
        match send(&piece) {
            Ok(taken) => sent += taken as u64,
            Err(_) => break,
        }
    }
    sent
}

/// Returns the number of right bytes, and the position of the first wrong one.
pub fn receive(seed: i64, mut receive: impl FnMut(&mut [u8]) -> io::Result<usize>) -> io::Result<(u64, Option<u64>)> {
    let mut piece = vec![0; PIECE];
    let mut received = 0;
    loop {
        let length = receive(&mut piece)?;
        if length == 0 {
            return Ok((received, None));
        }
        let wrong = (received..).zip(&piece[..length]).find(|(position, got)| byte(seed, *position) != **got);
        if let Some((position, _)) = wrong {
            return Ok((received, Some(position)));
        }
        received += length as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::byte;

    #[test]
    fn is_that_of_the_protocol() {
        for (seed, position, expected) in [
            (0, 0, "0000000000000000deb1f18ebd79379e"),
            (1, 0, "deb1f18ebd79379ebd63e31d73f36e3c"),
            (7, 0, "00c42be710548453f78e8d77cccdbbf1"),
            (7, 1000003, "dde02a28937eea33499ca45f311fb8a1"),
            (-1, 0, "dfb1f18e4586c8610000000000000000"),
            (1234567890123, 65536, "156a79da5766ac31c2d47ba909e0e3cf"),
        ] {
            let bytes: String = (position..position + 16).map(|at| format!("{:02x}", byte(seed, at))).collect();
            assert_eq!(bytes, expected);
        }
    }
}
