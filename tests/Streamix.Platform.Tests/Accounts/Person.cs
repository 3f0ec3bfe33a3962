namespace Streamix.Platform.Tests.Accounts;

/// <summary>Somebody with an account.</summary>
internal sealed record Person(Guid Account, string Email)
{
    public const string Password = "a house by the river 1815";
}

/// <summary>What a sign-in gave.</summary>
internal sealed record SignedIn(string SessionId, string AccessToken, string RefreshToken);
