using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;

namespace Kanteling.Workflows.Storage.Schema;

static class RegisterMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<User>().ToTable("users").HasKey(u => u.Id);
        model.Entity<RoleRequest>().ToTable("role_requests").HasKey(r => r.Number);
        // Its number is given, not made by the database.
        model.Entity<RoleRequest>().Property(r => r.Number).ValueGeneratedNever();
        model.Entity<AccessLink>().ToTable("access_links").HasKey(l => l.UserId);
        model.Entity<Team>().ToTable("teams").HasKey(t => t.Id);
        model.Entity<CalendarDay>().ToTable("calendar_days").HasKey(d => d.Day);
        model.Entity<Setting>().ToTable("settings").HasKey(s => s.Key);
        model.Entity<DefinitionDraft>().ToTable("definition_drafts").HasKey(d => d.DefinitionId);
        model.Entity<Draft>().ToTable("drafts").HasKey(d => new { d.Stream, d.Task, d.UserId });
        model.Entity<RegisterChange>().ToTable("register_changes").HasKey(c => c.Position);
        model.Entity<RegisterVersion>().ToTable("register_versions").HasKey(v => v.Hash);
        model.Entity<KeyProof>().ToTable("key_proofs").HasKey(k => k.Id);
        model.Entity<SealedKey>().ToTable("sealed_keys").HasKey(k => k.Number);
        model.Entity<EmergencyAccess>().ToTable("emergency_access").HasKey(a => a.Id);
        model.Entity<EmergencyNotice>().ToTable("emergency_notices").HasKey(n => new { n.Access, n.UserId });
        model.Entity<EmergencyQuestion>().ToTable("emergency_questions").HasKey(q => q.Id);
        model.Entity<EmergencyShown>().ToTable("emergency_shown").HasKey(s => new { s.Question, s.Stream });
        model.Entity<Session>().ToTable("sessions").HasKey(s => s.Id);
        model.Entity<SignOut>().ToTable("sign_outs").HasKey(s => s.UserId);
        model.Entity<SignIn>().ToTable("sign_ins").HasKey(s => s.Id);
        model.Entity<SecondStep>().ToTable("second_steps").HasKey(s => s.UserId);
        model.Entity<RecoveryCode>().ToTable("recovery_codes").HasKey(c => new { c.UserId, c.Hash });
        model.Entity<SignInCount>().ToTable("sign_in_counts").HasKey(c => c.Key);
        model.Entity<DossierRead>().ToTable("dossier_reads").HasKey(r => r.Position);
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.ClrType.IsSubclassOf(typeof(RegisterRow))))
            entity.FindProperty(nameof(RegisterRow.Version))!.IsConcurrencyToken = true;
    }
}
