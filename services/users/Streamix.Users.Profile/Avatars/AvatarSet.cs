using System.Security.Cryptography;

namespace Streamix.Users.Profile.Avatars;

/// <summary>A picture in all sizes, as WebP. Its version is the hash of what it is made of.</summary>
internal sealed record AvatarSet(string Version, IReadOnlyDictionary<int, byte[]> Images)
{
    public const string ContentType = "image/webp";

    public static AvatarSet Of(IReadOnlyDictionary<int, byte[]> images)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var size in AvatarKey.Sizes)
            hash.AppendData(images[size]);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset())[..AvatarKey.VersionLength], images);
    }
}
