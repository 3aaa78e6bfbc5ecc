"""Which network addresses may be visited: public ones only, however they are dressed."""

from collections.abc import Iterator
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# The IANA IPv4 Special-Purpose Address Registry, and multicast and reserved space (RFC 1112). Python's own
# `is_global` differs between versions and lets some of these through.
DENIED_IPV4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, cloud metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relay
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "168.63.129.16/32",  # a cloud's host agent, in public space
    )
)

# Everything but global unicast is denied; inside global unicast, these parts (IANA IPv6 Special-Purpose
# Address Registry).
PUBLIC_IPV6 = IPv6Network("2000::/3")
DENIED_IPV6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
        "5f00::/16",  # segment routing
    )
)

# Forms of IPv6 address that carry an IPv4 address, with the bits to the right of it.
EMBEDDING = (
    (IPv6Network("::/96"), 0),  # IPv4-compatible (deprecated)
    (IPv6Network("::ffff:0:0/96"), 0),  # IPv4-mapped
    (IPv6Network("::ffff:0:0:0/96"), 0),  # IPv4-translated (SIIT)
    (IPv6Network("64:ff9b::/96"), 0),  # NAT64
    (IPv6Network("64:ff9b:1::/48"), 0),  # NAT64, local use
    (IPv6Network("2002::/16"), 80),  # 6to4
)
TEREDO = IPv6Network("2001::/32")
ISATAP_MARKS = frozenset([0x0000_5EFE, 0x0200_5EFE])
IPV4_BITS = 0xFFFF_FFFF


def parsed_address(text: str) -> Address:
    """Return the address that a resolver wrote, without its zone.

    Raises
    ------
    ValueError
        If it is no address.
    """
    return ip_address(text.partition("%")[0])


def embedded_ipv4(address: Address) -> Iterator[IPv4Address]:
    """Yield each IPv4 address that `address` carries in one of the transition forms.

    >>> [str(inner) for inner in embedded_ipv4(ip_address("64:ff9b::7f00:1"))]
    ['127.0.0.1']
    """
    if isinstance(address, IPv4Address):
        return
    number = int(address)
    for network, shift in EMBEDDING:
        if address in network:
            yield IPv4Address((number >> shift) & IPV4_BITS)
    if address in TEREDO:
        yield IPv4Address((number >> 64) & IPV4_BITS)
        yield IPv4Address(~number & IPV4_BITS)
    if (number >> 32) & IPV4_BITS in ISATAP_MARKS:
        yield IPv4Address(number & IPV4_BITS)


def is_public(address: Address) -> bool:
    """Tell whether `address`, and each address inside it, belongs to the public internet.

    The transition forms themselves are refused even around a public address: no news site is reached
    through one, and what a gateway makes of them is not ours to know.

    >>> is_public(ip_address("93.184.215.14")), is_public(ip_address("::ffff:10.0.0.1"))
    (True, False)
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in DENIED_IPV4)
    if address not in PUBLIC_IPV6 or any(address in network for network in DENIED_IPV6):
        return False
    return not any(embedded_ipv4(address))


def is_inside(address: Address, networks: tuple[Network, ...]) -> bool:
    """Tell whether `address` lies in one of `networks`."""
    return any(address.version == network.version and address in network for network in networks)


def network_list(*texts: str) -> tuple[Network, ...]:
    """Return the networks written in CIDR form, such as '203.0.113.7/32'."""
    return tuple(ip_network(text) for text in texts)
