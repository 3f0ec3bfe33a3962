using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Account.Registration;

/// <summary>The answer to a sign-up, the same whether the address was free or not.</summary>
/// <param name="AccountId">Goes with the passcode that was mailed.</param>
/// <param name="Status">Always <c>pending</c>.</param>
internal sealed record RegistrationView([property: Example("019c1b7e-5f3a-7c2d-9e41-6a0b8d4f2c17")] Guid AccountId, [property: Example("pending")] string Status);
