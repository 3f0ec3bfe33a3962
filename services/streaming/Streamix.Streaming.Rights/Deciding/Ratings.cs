using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Contracts.Rights;

namespace Streamix.Streaming.Rights.Deciding;

/// <summary>Age ratings, as the catalog reads them for who browses.</summary>
internal static class Ratings
{
    /// <summary>From this age on there are no limits.</summary>
    public const int Adult = 18;

    /// <summary>What is rated elsewhere only.</summary>
    public const int Unrated = Adult;

    public static Finding Check(IReadOnlyList<DocumentRating> ratings, ProfileFacts profile, string? country)
    {
        var age = AgeFor(ratings, country);
        var because = $"from {age}, the profile up to {profile.Maturity}";
        return age <= profile.Maturity || profile.Maturity >= Adult ? new(CheckNames.Maturity, because) : new(CheckNames.Maturity, because, RefusalCodes.AboveMaturity);
    }

    /// <summary>The rating of the viewer's country, else the one for everywhere else; where nobody knows the country and there is none for everywhere, the strictest.</summary>
    public static int AgeFor(IReadOnlyList<DocumentRating> ratings, string? country)
    {
        int? everywhere = null, strictest = null;
        foreach (var rating in ratings)
        {
            if (rating.Territory == country)
                return rating.MinimumAge;
            if (rating.Territory == TitleWindow.Everywhere)
                everywhere = rating.MinimumAge;
            strictest = Math.Max(strictest ?? 0, rating.MinimumAge);
        }

        return everywhere ?? (country is null ? strictest : null) ?? Unrated;
    }
}
