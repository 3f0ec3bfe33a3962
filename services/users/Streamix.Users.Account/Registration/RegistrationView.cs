namespace Streamix.Users.Account.Registration;

/// <summary>The answer to a sign-up, the same whether the address was free or not.</summary>
/// <param name="AccountId">Goes with the passcode that was mailed.</param>
/// <param name="Status">Always <c>pending</c>.</param>
internal sealed record RegistrationView(Guid AccountId, string Status);
