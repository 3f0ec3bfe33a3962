using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Privacy;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.ServiceDefaults.Privacy.Sealing;
using Streamix.Users.Contracts.Accounts;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<EmailDb>("comms-email-db");
builder.AddMessaging<EmailDb>(events => events
    .Handles<MailRequested, AcceptMail>()
    .Handles<AccountStatusChanged, StopMarketing>()
    .Handles<AccountConsentChanged, FollowConsent>()
    .Handles<AccountErased, ForgetAccount>());
builder.AddSealedInbox();
builder.AddEmail();
builder.Services.AddPersonalData<MailsOfAccount>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapEmail();
await app.RunAsync();
