namespace Streamix.Benchmarks.Enumeration;

/// <summary>Something anybody may ask about an address or an account's id, and the answer it must have either way.</summary>
internal sealed record Question(string Name, ServiceProcess Service, string Path, int Status, Func<int, object> Known, Func<object> Unknown)
{
    private const string Wrong = "not the password at all";

    public static IEnumerable<Question> All(Services services, Population people) =>
    [
        new("registration", services.Account, "/account/registrations", 201, i => Population.SignUp(Population.EmailOf(i)), () => Population.SignUp(Population.UnknownEmail())),
        new("sign-in", services.Identity, "/identity/sign-in", 401,
            i => new { email = Population.EmailOf(i), password = Wrong }, () => new { email = Population.UnknownEmail(), password = Wrong }),
        new("password reset", services.Identity, "/identity/password-resets", 202, i => new { email = Population.EmailOf(i) }, () => new { email = Population.UnknownEmail() }),
        new("passcode", services.Identity, "/identity/passcodes/verify", 422,
            i => new { accountId = people.Pending[i], code = "AAAAAA" }, () => new { accountId = Guid.CreateVersion7(), code = "AAAAAA" }),
        new("another passcode", services.Identity, "/identity/passcodes/resend", 202, i => new { accountId = people.Pending[i] }, () => new { accountId = Guid.CreateVersion7() }),
    ];

    /// <summary>Milliseconds; which of two comes first is thrown.</summary>
    public async Task<(double[] Known, double[] Unknown)> AskAsync(int samples, int from)
    {
        var (known, unknown) = (new double[samples], new double[samples]);
        for (var i = 0; i < samples; i++)
        {
            var knownFirst = Random.Shared.Next(2) == 0;
            if (knownFirst) known[i] = await Service.TimeAsync(Path, Known(from + i), Status);
            unknown[i] = await Service.TimeAsync(Path, Unknown(), Status);
            if (!knownFirst) known[i] = await Service.TimeAsync(Path, Known(from + i), Status);
        }
        return (known, unknown);
    }
}
