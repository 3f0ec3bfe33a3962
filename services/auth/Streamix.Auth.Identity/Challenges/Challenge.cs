using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Challenges;

/// <summary>Something somebody has to answer within minutes, once.</summary>
internal sealed class Challenge(Guid id, string kind, Guid? accountId, DateTimeOffset expiresAt)
{
    public const int MostAttempts = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public Guid Id { get; private set; } = id;

    /// <summary>One of <see cref="ChallengeKinds"/>.</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>Whose it is, where that is known already.</summary>
    public Guid? AccountId { get; private set; } = accountId;

    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    public int Attempts { get; private set; }

    /// <summary>What the passkey handler must see again.</summary>
    public string? State { get; private set; }

    /// <summary>"Keep me signed in".</summary>
    public bool Persistent { get; init; }

    /// <summary>Tokens go into cookies rather than into the answer.</summary>
    public bool Cookies { get; init; }

    /// <summary>When the password that was given had been set: with a later one the challenge is over. Null when none was given.</summary>
    public DateTimeOffset? PasswordOf { get; init; }

    /// <summary>The right answer, hashed: after a failure of another service the same answer is taken again.</summary>
    [Personal]
    public byte[]? PassedWith { get; private set; }

    public string? PassedMethod { get; private set; }

    public Challenge With(string state)
    {
        State = state;
        return this;
    }
}

internal static class ChallengeKinds
{
    public const string SecondFactor = "second-factor";
    public const string PasskeySignIn = "passkey-sign-in";
    public const string PasskeyRegistration = "passkey-registration";
    public const string PasskeyStepUp = "passkey-step-up";
}
