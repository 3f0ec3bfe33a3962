using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Profile.Avatars;
using Streamix.Users.Profile.Households;
using Streamix.Users.Profile.Preferences;

namespace Streamix.Users.Profile.Profiles;

/// <summary>One of the people of an account.</summary>
internal sealed class UserProfile : IVersioned
{
    public UserProfile(Household household, int slot, int position, ProfileDraft draft, bool isDefault, DateTimeOffset now)
    {
        (Id, AccountId, Slot, Position, IsDefault, CreatedAt) = (Guid.CreateVersion7(now), household.AccountId, slot, position, isDefault, now);
        BuiltInAvatar = BuiltInAvatars.For(Id);
        Change(household, draft, now);
    }

    private UserProfile()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>1 to the limit, unique in the account: the limit holds whoever writes.</summary>
    public int Slot { get; private set; }

    public int Position { get; private set; }

    [Personal]
    public string Name { get; private set; } = "";

    [Personal]
    public string FoldedName { get; private set; } = "";

    public bool Kids { get; private set; }

    /// <summary>The highest age rating it may watch, in years.</summary>
    public int Maturity { get; private set; }

    public string Language { get; private set; } = Tongue.Fallback;

    /// <summary>No language of its own.</summary>
    public bool FollowsAccount { get; private set; }

    public bool IsDefault { get; private set; }

    public bool HasPin { get; private set; }

    public string BuiltInAvatar { get; private set; } = "";

    /// <summary>The hash of the uploaded picture; null for a built-in one.</summary>
    public string? AvatarVersion { get; private set; }

    public ProfilePreferences Preferences { get; private set; } = ProfilePreferences.Usual;

    public long Revision { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public uint Version { get; private set; }

    /// <summary>May watch more after the change than before.</summary>
    public bool IsRaisedBy(ProfileDraft draft) => draft.EffectiveMaturity > Maturity || Kids && !draft.Kids;

    public void Change(Household household, ProfileDraft draft, DateTimeOffset now)
    {
        (Name, FoldedName) = (draft.CleanName, ProfileName.Fold(draft.CleanName));
        (Kids, Maturity) = (draft.Kids, draft.EffectiveMaturity);
        (Language, FollowsAccount) = (Tongue.Of(draft.Language ?? household.Locale), draft.Language is null);
        Touch(now);
    }

    public void Follow(Household household, DateTimeOffset now)
    {
        Language = Tongue.Of(household.Locale);
        Touch(now);
    }

    public void Prefer(ProfilePreferences preferences, DateTimeOffset now)
    {
        Preferences = preferences;
        Touch(now);
    }

    public void MoveTo(int position, DateTimeOffset now)
    {
        if (Position == position)
            return;
        Position = position;
        Touch(now);
    }

    public void Lock(bool hasPin, DateTimeOffset now)
    {
        HasPin = hasPin;
        Touch(now);
    }

    public void Wear(string builtIn, string? version, DateTimeOffset now)
    {
        (BuiltInAvatar, AvatarVersion) = (builtIn, version);
        Touch(now);
    }

    private void Touch(DateTimeOffset now) => (Revision, UpdatedAt) = (Revision + 1, now);
}
