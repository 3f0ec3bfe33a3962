using System.Collections.Immutable;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Names of pictures: by content, so that an object never changes.</summary>
internal static class AvatarKey
{
    public const int VersionLength = 32;

    /// <summary>Sides of the squares, in pixels.</summary>
    public static ImmutableArray<int> Sizes { get; } = [64, 128, 320, 512];

    public static string Of(Guid profileId, string version, int size) => $"users-profile/{profileId}/{version}-{size}.webp";
}
