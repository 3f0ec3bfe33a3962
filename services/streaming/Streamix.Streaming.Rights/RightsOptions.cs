namespace Streamix.Streaming.Rights;

/// <summary>Section <c>Rights</c>.</summary>
internal sealed class RightsOptions
{
    internal const string Section = "Rights";

    /// <summary>Begins every key in Redis.</summary>
    public string Prefix { get; set; } = "streamix:rights:";

    /// <summary>A slot ends so long after its last renewal; players renew three times in it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long Redis may take before this replica counts by itself.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long it then does so before it asks Redis again.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Facts are read again after this time, though nobody told of a change.</summary>
    public TimeSpan FactsLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>That there is no such account, profile or title is believed for this time.</summary>
    public TimeSpan AbsenceLifetime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Accounts, profiles and titles kept in memory, of each.</summary>
    public int MostFacts { get; set; } = 200_000;

    /// <summary>How long reading facts may take, the catalog's answer for an unheard title included.</summary>
    public TimeSpan FactsPatience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Who is nowhere in the table of territories is taken to be where the account is at home; else nobody knows where.</summary>
    public bool HomeWhenUnknown { get; set; }

    /// <summary>The table that tells countries by addresses.</summary>
    public TerritoryOptions Territories { get; set; } = new();

    /// <summary>What an output has to keep before a tier goes there.</summary>
    public OutputOptions Outputs { get; set; } = new();

    /// <summary>The plan of accounts without one while no stored plan is the default.</summary>
    public UsualPlanOptions UsualPlan { get; set; } = new();
}

/// <summary>Section <c>Rights:Territories</c>.</summary>
internal sealed class TerritoryOptions
{
    /// <summary>CSV; relative paths begin beside the program.</summary>
    public string File { get; set; } = "Places/territories.csv";

    /// <summary>How often it is looked at for a change.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>Section <c>Rights:Outputs</c>: <c>none</c>, <c>hdcp-1</c> or <c>hdcp-2.2</c> by tier.</summary>
internal sealed class OutputOptions
{
    public string Hd { get; set; } = "none";

    public string Uhd { get; set; } = "hdcp-2.2";
}

/// <summary>Section <c>Rights:UsualPlan</c>.</summary>
internal sealed class UsualPlanOptions
{
    public string Code { get; set; } = "usual";

    public int MostLines { get; set; } = 1080;

    public int Streams { get; set; } = 2;

    public string SoftwareTier { get; set; } = "hd";

    public string HardwareTier { get; set; } = "hd";
}
