package main

import (
	"net"
	"sync"
)

// silent are the listeners of this process that were bound, but not yet told to listen.
// For net they listen all the same, so what a connect to one of them gives says nothing about net.
var silent = silentListeners{listeners: map[string]struct{}{}}

type silentListeners struct {
	mutex     sync.Mutex
	listeners map[string]struct{}
}

func (s *silentListeners) add(listener net.Listener) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.listeners[listener.Addr().String()] = struct{}{}
}

func (s *silentListeners) remove(listener net.Listener) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	delete(s.listeners, listener.Addr().String())
}

func (s *silentListeners) has(address string) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	_, has := s.listeners[address]
	return has
}
