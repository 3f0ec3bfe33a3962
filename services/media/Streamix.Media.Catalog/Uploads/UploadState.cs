namespace Streamix.Media.Catalog.Uploads;

internal enum UploadState
{
    /// <summary>Written down; the store has not answered yet.</summary>
    Opening,

    /// <summary>Parts may arrive.</summary>
    Open,

    /// <summary>All parts were compared; the store makes the object of them. It cannot be stopped any more.</summary>
    Completing,

    /// <summary>The object is whole.</summary>
    Completed,

    /// <summary>Given up by its client.</summary>
    Aborted,

    /// <summary>Abandoned.</summary>
    Expired,

    /// <summary>The store made something else of the parts, or has lost them.</summary>
    Failed,
}
