using System.Collections.Immutable;

namespace Streamix.Users.Profile.Avatars;

/// <summary>The names of the built-in pictures: a motif in a palette.</summary>
internal static class BuiltInAvatars
{
    /// <summary>All of them, as <c>petals-coral</c>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Motif.All.SelectMany(m => Palette.All.Select(p => $"{m.Name}-{p.Name}"))];

    /// <summary>The picture a profile begins with: always the same one, and mostly another than its neighbours'.</summary>
    public static string For(Guid profileId) => Names[profileId.ToByteArray()[15] * 31 % Names.Length];
}
