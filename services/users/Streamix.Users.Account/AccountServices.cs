using Streamix.Auth.Contracts.Credentials;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Privacy;
using Streamix.ServiceDefaults.Storage;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Activation;
using Streamix.Users.Account.Addresses;
using Streamix.Users.Account.Administration;
using Streamix.Users.Account.EmailChanges;
using Streamix.Users.Account.Erasures;
using Streamix.Users.Account.Exports;
using Streamix.Users.Account.Registration;
using Streamix.Users.Account.Sagas;
using Streamix.Users.Account.Sessions;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Users.Account;

internal static class AccountServices
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.AddObjectStore();
        var services = builder.Services;
        services.AddOptions<AccountOptions>().BindConfiguration("Account");
        services.AddPasswordSeal();
        services.AddScoped<MailDesk>();
        services.AddScoped<Lifecycle>();
        services.AddScoped<Registrar>();
        services.AddScoped<AddressBook>();
        services.AddScoped<EmailChangeMail>();
        services.AddScoped<EmailChangeDesk>();
        services.AddGrpcServiceClient<V1.Sessions.SessionsClient>("auth-session");
        services.AddScoped<SessionDesk>();
        services.AddScoped<Stewardship>();
        services.AddScoped<Eraser>();
        services.AddScoped<OwnerErasure>();
        services.AddScoped<ExportDesk>();
        services.AddPersonalData<DataOfAccount>();
        services.AddSagas();
    }

    private static void AddSagas(this IServiceCollection services)
    {
        services.AddHttpClient(PersonalDataHolders.Client).AddTokenPropagation();
        services.AddSingleton<PersonalDataHolders>();
        services.AddSingleton<Archive>();
        services.AddSingleton<Retry>();
        services.AddSingleton<SagaMetrics>();
        services.AddSingleton<ErasureSaga>();
        services.AddSingleton<ExportSaga>();
        services.AddSingleton<Janitor>();
        services.AddHostedService(provider => provider.GetRequiredService<Janitor>());
        services.AddHostedService<SagaWorker<ErasureSaga>>();
        services.AddHostedService<SagaWorker<ExportSaga>>();
    }
}
