namespace Streamix.ServiceDefaults.Data;

/// <summary>The kinds of refusal a caller can do something about.</summary>
public enum DbConflictKind
{
    /// <summary>A unique constraint: such a thing exists already.</summary>
    Duplicate,

    /// <summary>An exclusion constraint: the range is taken.</summary>
    Overlap,

    /// <summary>A foreign key: what is referred to is absent, or what should go is still referred to.</summary>
    Reference,

    /// <summary>The row changed since it was read.</summary>
    Stale,
}
