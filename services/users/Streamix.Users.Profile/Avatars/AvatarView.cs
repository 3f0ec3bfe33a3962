using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Avatars;

/// <summary>A profile's picture.</summary>
/// <param name="BuiltIn">The name of a built-in picture; null for one's own.</param>
/// <param name="Images">Where it is, by size.</param>
internal sealed record AvatarView([property: Example("petals-coral")] string? BuiltIn, IReadOnlyList<AvatarImageView> Images);

/// <summary>A square of a picture.</summary>
/// <param name="Size">Width and height in pixels.</param>
/// <param name="Url">Below the public address of the platform; what it shows never changes.</param>
internal sealed record AvatarImageView([property: Example("128")] int Size, [property: Example("/api/v1/profiles/avatars/petals-coral/128")] string Url);

/// <summary>A picture to choose.</summary>
internal sealed record BuiltInAvatarView([property: Example("petals-coral")] string Name, IReadOnlyList<AvatarImageView> Images);

/// <summary>The choice of a built-in picture.</summary>
internal sealed record BuiltInAvatarChoice([property: Example("petals-coral")] string BuiltIn);

/// <summary>Writes addresses as the client will call them: the gateway tells in front of what it stands.</summary>
internal sealed class AvatarLinks(IHttpContextAccessor http)
{
    private string Prefix => http.HttpContext?.Request.Headers["X-Forwarded-Prefix"].ToString() is ['/', not '/', ..] prefix ? prefix : "";

    public AvatarView Of(UserProfile profile) => profile.AvatarVersion is { } version
        ? new(null, Images(size => $"{profile.Id}/avatar/{version}/{size}"))
        : new(profile.BuiltInAvatar, Of(profile.BuiltInAvatar));

    public IReadOnlyList<AvatarImageView> Of(string builtIn) => Images(size => $"avatars/{builtIn}/{size}");

    private IReadOnlyList<AvatarImageView> Images(Func<int, string> path) =>
        [.. AvatarKey.Sizes.Select(size => new AvatarImageView(size, $"{Prefix}{ProfilesApi.Route}/{path(size)}"))];
}
