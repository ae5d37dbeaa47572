-- How often a person or a server changed an edition's course: paused, resumed, cancelled it, or had some tried again. What
-- was counted of an edition that rests stays true for as long as this is the same.
alter table edition add column touched integer not null default 0;
