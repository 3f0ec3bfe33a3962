using System.Collections.Immutable;
using SkiaSharp;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Colours that go together: the ground from top to bottom, and two to draw with.</summary>
internal sealed record Palette(string Name, SKColor Top, SKColor Bottom, SKColor Main, SKColor Light)
{
    public static ImmutableArray<Palette> All { get; } =
    [
        Of("coral", 0xff7a59, 0xd9385e, 0xffd3a8, 0xfff3e0),
        Of("teal", 0x1fb6a6, 0x0b6e75, 0xa8f0dc, 0xeafff8),
        Of("violet", 0x8f6bff, 0x4a2fb3, 0xd3c2ff, 0xf5f0ff),
        Of("amber", 0xffb52e, 0xe0701f, 0xffe9a8, 0xfffbe8),
    ];

    private static Palette Of(string name, uint top, uint bottom, uint main, uint light) => new(name, Opaque(top), Opaque(bottom), Opaque(main), Opaque(light));

    private static SKColor Opaque(uint rgb) => new(0xff000000 | rgb);
}
