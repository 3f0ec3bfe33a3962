namespace Streamix.Testing.Tokens;

/// <summary>What a user's token says.</summary>
public sealed record UserClaims
{
    /// <summary>The account.</summary>
    public Guid Account { get; init; } = Guid.CreateVersion7();

    /// <summary>The profile picked, if any.</summary>
    public Guid? Profile { get; init; }

    /// <summary>The session.</summary>
    public string Session { get; init; } = Guid.NewGuid().ToString("n");

    /// <summary>Roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary><c>aal1</c> or <c>aal2</c>.</summary>
    public string Acr { get; init; } = "aal1";

    /// <summary>When the user last proved who they are; now unless told.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }
}
