using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Pins;

namespace Streamix.Users.Profile.Profiles;

/// <summary>What a child with the remote control must not do. Each answer is a refusal, or null.</summary>
internal sealed class Guardian(ProfileDb db, Caller caller, PinGate pins, TimeProvider time)
{
    /// <summary>
    /// With a child in the account, profiles are managed after a fresh proof only, whichever profile the session is in:
    /// leaving a profile takes nothing, so a child would leave first.
    /// </summary>
    public async Task<Refusal?> ManageAsync(CancellationToken cancellationToken) =>
        IsFresh || !await HasChildAsync(cancellationToken) ? null : Refusal.Unproven;

    /// <summary>A profile with a PIN is raised with its PIN; nothing else will do. A child's PIN is known to the child and not enough.</summary>
    public async Task<Refusal?> RaiseAsync(UserProfile profile, string? pin, CancellationToken cancellationToken)
    {
        if (profile.HasPin && PinProblems.Of(await pins.CheckAsync(profile.Id, pin, cancellationToken)) is { } refusal)
            return refusal;
        return profile is { HasPin: true, Kids: false } ? null : await ManageAsync(cancellationToken);
    }

    /// <summary>Deleting a profile with a PIN takes the PIN or a fresh proof of the account's owner; a child's takes the proof.</summary>
    public Task<Refusal?> RemoveAsync(UserProfile profile, string? pin, CancellationToken cancellationToken) =>
        profile is { HasPin: true, Kids: false } ? PinOrProofAsync(profile, pin, PinProblems.Required, cancellationToken) : ManageAsync(cancellationToken);

    /// <summary>A PIN is set, changed and removed with the old one or a fresh proof.</summary>
    public Task<Refusal?> ChangePinAsync(UserProfile profile, string? pin, CancellationToken cancellationToken) =>
        PinOrProofAsync(profile, pin, () => Refusal.Unproven, cancellationToken);

    private bool IsFresh => caller.HasProven(time);

    private async Task<Refusal?> PinOrProofAsync(UserProfile profile, string? pin, Func<Refusal> without, CancellationToken cancellationToken)
    {
        if (pin is not null && profile.HasPin)
            return PinProblems.Of(await pins.CheckAsync(profile.Id, pin, cancellationToken));
        return IsFresh ? null : without();
    }

    private Task<bool> HasChildAsync(CancellationToken cancellationToken) =>
        db.Profiles.AnyAsync(p => p.AccountId == caller.AccountId && p.Kids, cancellationToken);
}
