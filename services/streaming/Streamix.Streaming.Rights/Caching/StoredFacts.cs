using Streamix.Streaming.Rights.Deciding;

namespace Streamix.Streaming.Rights.Caching;

/// <summary>What is stored about an account.</summary>
/// <param name="Status">Null while no event has told it.</param>
/// <param name="Country">Where it is at home; null while no event has told it.</param>
/// <param name="PlanId">Null: the default.</param>
internal sealed record StoredAccount(string? Status, string? Country, Guid? PlanId);

/// <summary>What is stored about a profile.</summary>
internal sealed record StoredProfile(Guid AccountId, int Maturity, bool Removed);

/// <summary>All plans.</summary>
/// <param name="ById">The stored ones.</param>
/// <param name="Default">Of accounts without a plan of their own.</param>
internal sealed record PlanBook(IReadOnlyDictionary<Guid, PlanTerms> ById, PlanTerms Default)
{
    /// <summary>Null: one that this book does not know.</summary>
    public PlanTerms? Find(Guid? planId) => planId is { } id ? ById.GetValueOrDefault(id) : Default;
}
