"""Only addresses of the public internet may be visited, in whatever form they come."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.addresses import (
    DENIED_IPV4,
    embedded_ipv4,
    is_inside,
    is_public,
    network_list,
    parsed_address,
)

REFUSED = [
    *("127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1"),
    *("100.127.255.255", "169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.8"),
    *(
        "192.0.0.170",
        "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
    ),
    *(
        "192.175.48.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.250",
    ),
    *("240.0.0.1", "255.255.255.255", "168.63.129.16"),
    *(
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:0:127.0.0.1",
        "::ffff:10.0.0.1",
    ),
    *(
        "::ffff:93.184.215.14",
        "64:ff9b::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::7f00:1",
        "64:ff9b::93.184.215.14",
    ),
    *(
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "2002:5db8:d70e::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ),
    *(
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "3fff::1",
        "2620:4f:8000::1",
        "5f00::1",
    ),
    *("fe80::1", "fec0::1", "fc00::1", "fd00::1", "fd00:ec2::254", "ff02::1", "ff0e::1", "100::1", "4000::1"),
    *("2606:4700::5efe:127.0.0.1", "2606:4700::200:5efe:10.0.0.1"),
]

PUBLIC = [
    "93.184.215.14",
    "1.1.1.1",
    "100.63.255.255",
    "172.32.0.1",
    "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
]


@pytest.mark.parametrize("text", REFUSED)
def test_an_address_that_is_not_public_is_refused(text):
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_let_through(text):
    assert is_public(ip_address(text))


def test_the_table_is_as_long_as_promised():
    assert len(REFUSED) >= 60


EMBEDDINGS = [
    IPv6Address,
    lambda inner: IPv6Address(0xFFFF_0000_0000 | inner),
    lambda inner: IPv6Address(0xFFFF_0000_0000_0000 | inner),
    lambda inner: IPv6Address((0x0064_FF9B << 96) | inner),
    lambda inner: IPv6Address((0x0064_FF9B_0001 << 80) | inner),
    lambda inner: IPv6Address((0x2002 << 112) | (inner << 80)),
    lambda inner: IPv6Address((0x2001_0000 << 96) | (inner << 64)),
    lambda inner: IPv6Address((0x2001_0000 << 96) | (~inner & 0xFFFF_FFFF)),
    lambda inner: IPv6Address((0x2606_4700 << 96) | (0x5EFE << 32) | inner),
]


@given(
    embed=st.sampled_from(EMBEDDINGS),
    inner=st.sampled_from(DENIED_IPV4),
    low=st.integers(0, 255),
)
def test_no_form_of_ipv6_hides_a_private_address(embed, inner, low):
    hidden = int(inner.network_address) + low % inner.num_addresses

    address = embed(hidden)

    assert not is_public(address)
    assert IPv4Address(hidden) in list(embedded_ipv4(address))


def test_a_zone_does_not_change_the_verdict():
    assert not is_public(parsed_address("fe80::1%eth0"))


def test_networks_are_compared_within_their_own_version():
    networks = network_list("203.0.113.0/24", "2606:4700::/32")

    assert is_inside(ip_address("203.0.113.9"), networks)
    assert is_inside(ip_address("2606:4700::1"), networks)
    assert not is_inside(ip_address("1.1.1.1"), networks)
