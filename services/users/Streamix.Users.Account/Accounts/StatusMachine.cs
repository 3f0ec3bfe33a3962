namespace Streamix.Users.Account.Accounts;

/// <summary>Which status may follow which. Closed is for good.</summary>
internal static class StatusMachine
{
    public static bool Allows(AccountStatus from, AccountStatus to) => (from, to) switch
    {
        (AccountStatus.Pending, AccountStatus.Active or AccountStatus.Closed) => true,
        (AccountStatus.Active, AccountStatus.Suspended or AccountStatus.Closed) => true,
        (AccountStatus.Suspended, AccountStatus.Active or AccountStatus.Closed) => true,
        _ => false,
    };
}
