namespace Streamix.Users.Profile.Profiles;

/// <summary>Age ratings, in years.</summary>
internal static class Maturity
{
    public const int Least = 0;

    /// <summary>Everything may be watched.</summary>
    public const int Most = 18;

    /// <summary>The most a profile for children may watch.</summary>
    public const int Kids = 12;

    /// <summary>What a profile may watch unless told.</summary>
    public static int Usual(bool kids) => kids ? Kids : Most;

    public static bool Allows(bool kids, int maturity) => maturity >= Least && maturity <= Usual(kids);
}
