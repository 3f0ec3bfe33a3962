using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.Accounts;

internal enum AccountStatus
{
    Pending,
    Active,
    Suspended,
    Closed,
}

internal static class AccountStatusNames
{
    public static string Name(this AccountStatus status) => status switch
    {
        AccountStatus.Pending => AccountStatuses.Pending,
        AccountStatus.Active => AccountStatuses.Active,
        AccountStatus.Suspended => AccountStatuses.Suspended,
        _ => AccountStatuses.Closed,
    };

    public static AccountStatus Parse(string name) => TryParse(name, out var status) ? status : throw new FormatException();

    public static bool TryParse(string name, out AccountStatus status)
    {
        foreach (var candidate in Enum.GetValues<AccountStatus>())
            if (candidate.Name() == name)
            {
                status = candidate;
                return true;
            }
        status = default;
        return false;
    }
}
