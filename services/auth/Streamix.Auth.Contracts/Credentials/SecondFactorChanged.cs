using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>A second factor was added to an account or removed.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="Factor"><c>totp</c>, <c>passkey</c> or <c>recovery-codes</c>.</param>
/// <param name="Change"><c>added</c>, <c>removed</c>, <c>renewed</c> or <c>used</c>.</param>
/// <param name="ChangedAt">UTC.</param>
[EventType("auth.second-factor.changed")]
public sealed record SecondFactorChanged(Guid AccountId, string Factor, string Change, DateTimeOffset ChangedAt) : IEvent;
