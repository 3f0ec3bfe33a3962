using Streamix.Auth.Contracts.Credentials;
using Streamix.Comms.Contracts.Marketing;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account;
using Streamix.Users.Account.Activation;
using Streamix.Users.Account.Addresses;
using Streamix.Users.Account.Administration;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Details;
using Streamix.Users.Account.EmailChanges;
using Streamix.Users.Account.Erasures;
using Streamix.Users.Account.Exports;
using Streamix.Users.Account.Proof;
using Streamix.Users.Account.Registration;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<AccountDb>("users-account-db");
builder.AddMessaging<AccountDb>(events => events
    .Handles<EmailProven, ActivateProven>()
    .Handles<RegistrationRepeated, TellOwner>()
    .Handles<MarketingUnsubscribed, Unsubscribed>()
    .Handles<SecondFactorChanged, CopySecondStep>());
builder.AddAccounts();

var app = builder.Build();
app.UseServiceDefaults();
app.MapRegistration();
app.MapAccount();
app.MapAddresses();
app.MapEmailChanges();
app.MapExports();
app.MapErasures();
app.MapAdministration();
await app.RunAsync();
