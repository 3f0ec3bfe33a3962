using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>The records of audit that this service keeps.</summary>
internal interface IAuditRecords
{
    /// <summary>Latest first.</summary>
    Task<Page<AuditRecorded>> ReadAsync(AuditFilter filter, PageQuery page, CancellationToken cancellationToken);
}
