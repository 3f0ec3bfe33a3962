namespace Streamix.Users.Account.Accounts;

/// <summary>Stable codes of why an account is what it is; those an operator may give come first.</summary>
internal static class StatusReasons
{
    public const string Abuse = "abuse";
    public const string Fraud = "fraud";
    public const string Payment = "payment";
    public const string Security = "security";
    public const string Request = "owner-request";
    public const string Legal = "legal";
    public const string Other = "other";

    public const string SignedUp = "signed-up";
    public const string Proven = "email-proven";
    public const string NeverProven = "never-proven";
    public const string AddressTaken = "address-taken";
    public const string Reinstated = "reinstated";

    /// <summary>The owner erased it.</summary>
    public const string Owner = "owner";

    public static IReadOnlyList<string> OfOperators { get; } = [Abuse, Fraud, Payment, Security, Request, Legal, Other];
}
