namespace Streamix.ServiceDefaults.Auth;

/// <summary>The roles a user's token may carry.</summary>
public static class Roles
{
    /// <summary>Everything an operator may do.</summary>
    public const string Admin = "admin";

    /// <summary>Catalog, artwork, schedules, rows.</summary>
    public const string Editor = "editor";

    /// <summary>The review queue.</summary>
    public const string Moderator = "moderator";

    /// <summary>Accounts and tickets.</summary>
    public const string Support = "support";

    /// <summary>Prices, refunds, disputes, reconciliation.</summary>
    public const string Finance = "finance";

    /// <summary>Dashboards and reports.</summary>
    public const string Analyst = "analyst";
}
