using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Profile.Avatars;

namespace Streamix.Users.Profile.Profiles;

/// <summary>A profile as its account sees it.</summary>
/// <param name="Id">The profile.</param>
/// <param name="Name">Unique in the account.</param>
/// <param name="Kids">A profile for children.</param>
/// <param name="Maturity">The highest age rating it may watch, in years.</param>
/// <param name="HasPin">Its PIN is asked for before it is used.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="FollowsAccount">The language is the account's.</param>
/// <param name="IsDefault">Made with the account.</param>
/// <param name="Avatar">Its picture.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">UTC.</param>
internal sealed record ProfileView(
    Guid Id,
    [property: Personal, Example("Ana")] string Name,
    bool Kids,
    [property: Example("16")] int Maturity,
    bool HasPin,
    [property: Example("pt-BR")] string Language,
    bool FollowsAccount,
    bool IsDefault,
    AvatarView Avatar,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static ProfileView Of(UserProfile p, AvatarLinks links) =>
        new(p.Id, p.Name, p.Kids, p.Maturity, p.HasPin, p.Language, p.FollowsAccount, p.IsDefault, links.Of(p), p.CreatedAt, p.UpdatedAt);
}
